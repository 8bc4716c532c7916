using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace EventStore;

/// <summary>
/// Fixes what the log held in a range of positions, and when. Each seal carries the hash of the one before it, so whoever keeps the
/// hash of one seal elsewhere can tell whether anything up to it was changed, removed or put in since.
/// </summary>
/// <remarks>
/// Hashes are SHA-256, in 64 hexadecimal digits. <see cref="Hash"/> is taken over the byte 0x02, the previous hash (32 bytes, all zero for the first
/// seal), then number, first position, last position and count (8 bytes each, big-endian), the Merkle root (32 bytes), and the moment in microseconds
/// since 1970 (8 bytes, big-endian).
/// </remarks>
/// <param name="Number">Its place among the seals, from 1, dense.</param>
/// <param name="FirstSequence">The first log position it covers: the one after the last of the seal before.</param>
/// <param name="LastSequence">The last log position it covers, which is that of its last event.</param>
/// <param name="Count">How many events it covers; positions that were never used are not counted.</param>
/// <param name="MerkleRoot">The root of the tree of its events, in log order, shaped as in RFC 6962.</param>
/// <param name="SealedAt">When it was made, by the clock of the store that made it, to the microsecond.</param>
/// <param name="PreviousHash">The hash of the seal before it; zeros for the first.</param>
/// <param name="Hash">Its own hash, which stands for everything up to here. This is what to publish.</param>
public sealed record Seal(
    long Number, long FirstSequence, long LastSequence, int Count, string MerkleRoot, DateTimeOffset SealedAt, string PreviousHash, string Hash)
{
    /// <summary>The hash that the first seal follows.</summary>
    internal static readonly string NoHash = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>Whether <see cref="Hash"/> is the hash of the rest.</summary>
    [JsonIgnore]
    public bool IsIntact => ComputeHash() is { } hash && hash == Hash;

    /// <summary>Whether it is the seal right after another; null stands for the beginning of the log.</summary>
    public bool Follows(Seal? previous) =>
        PreviousHash == (previous?.Hash ?? NoHash) && Number == (previous?.Number ?? 0) + 1 && FirstSequence == (previous?.LastSequence ?? 0) + 1;

    internal static Seal Create(Seal? previous, long lastSequence, int count, string merkleRoot, DateTimeOffset at)
    {
        var seal = new Seal(
            (previous?.Number ?? 0) + 1, (previous?.LastSequence ?? 0) + 1, lastSequence, count, merkleRoot, at, previous?.Hash ?? NoHash, NoHash);
        return seal with { Hash = seal.ComputeHash()! };
    }

    /// <summary>Null when what should be hashes are none, or the moment is finer than what is hashed.</summary>
    private string? ComputeHash()
    {
        if (SealedAt.UtcTicks % TimeSpan.TicksPerMicrosecond != 0) return null;
        Span<byte> bytes = stackalloc byte[1 + 32 + (4 * 8) + 32 + 8];
        bytes[0] = 0x02;
        if (!MerkleTree.TryParse(PreviousHash, bytes[1..33]) || !MerkleTree.TryParse(MerkleRoot, bytes[65..97])) return null;
        BinaryPrimitives.WriteInt64BigEndian(bytes[33..], Number);
        BinaryPrimitives.WriteInt64BigEndian(bytes[41..], FirstSequence);
        BinaryPrimitives.WriteInt64BigEndian(bytes[49..], LastSequence);
        BinaryPrimitives.WriteInt64BigEndian(bytes[57..], Count);
        BinaryPrimitives.WriteInt64BigEndian(bytes[97..], (SealedAt.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
