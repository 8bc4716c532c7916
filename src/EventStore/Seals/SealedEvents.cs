using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace EventStore;

/// <summary>
/// The leaves of one seal: for each event in log order its position (8 bytes, big-endian) and its digest (32 bytes). Kept beside the seal, so that a
/// difference can be pinned to one event and a proof needs no other event's row.
/// </summary>
internal sealed class SealedEvents
{
    public const int LeafSize = sizeof(long) + MerkleTree.HashSize;

    private readonly List<byte> _leaves;

    public SealedEvents(int capacity) => _leaves = new List<byte>(capacity * LeafSize);

    public SealedEvents(byte[] leaves) => _leaves = [.. leaves];

    public int Count => _leaves.Count / LeafSize;

    public bool IsWhole => _leaves.Count % LeafSize == 0 && Count > 0;

    public byte[] ToArray() => [.. _leaves];

    public long SequenceAt(int index) => BinaryPrimitives.ReadInt64BigEndian(LeafAt(index));

    public ReadOnlySpan<byte> DigestAt(int index) => LeafAt(index)[sizeof(long)..];

    public void Add(long sequence, ReadOnlySpan<byte> digest)
    {
        Span<byte> leaf = stackalloc byte[LeafSize];
        Write(leaf, sequence, digest);
        _leaves.AddRange(leaf);
    }

    /// <summary>The index of the event at a position; negative when there is none.</summary>
    public int IndexOf(long sequence)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = SequenceAt(middle);
            if (found == sequence) return middle;
            if (found < sequence) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    public byte[] LeafHashes()
    {
        var hashes = new byte[Count * MerkleTree.HashSize];
        for (var i = 0; i < Count; i++) MerkleTree.HashLeaf(LeafAt(i), hashes.AsSpan(i * MerkleTree.HashSize));
        return hashes;
    }

    public string Root() => Convert.ToHexStringLower(MerkleTree.Root(LeafHashes()));

    public static void HashLeaf(long sequence, ReadOnlySpan<byte> digest, Span<byte> hash)
    {
        Span<byte> leaf = stackalloc byte[LeafSize];
        Write(leaf, sequence, digest);
        MerkleTree.HashLeaf(leaf, hash);
    }

    private static void Write(Span<byte> leaf, long sequence, ReadOnlySpan<byte> digest)
    {
        BinaryPrimitives.WriteInt64BigEndian(leaf, sequence);
        digest.CopyTo(leaf[sizeof(long)..]);
    }

    private ReadOnlySpan<byte> LeafAt(int index) =>
        CollectionsMarshal.AsSpan(_leaves).Slice(index * LeafSize, LeafSize);
}
