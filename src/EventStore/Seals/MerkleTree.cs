using System.Security.Cryptography;

namespace EventStore;

/// <summary>
/// The tree of RFC 6962: leaves are hashed with 0x00 before them and nodes with 0x01, so that neither can pass for the other; a node without a
/// sibling rises unchanged to the next level.
/// </summary>
internal static class MerkleTree
{
    public const int HashSize = SHA256.HashSizeInBytes;

    public static void HashLeaf(ReadOnlySpan<byte> leaf, Span<byte> hash)
    {
        Span<byte> prefixed = stackalloc byte[1 + leaf.Length];
        prefixed[0] = 0x00;
        leaf.CopyTo(prefixed[1..]);
        SHA256.HashData(prefixed, hash);
    }

    /// <summary>The root over leaf hashes, one after the other.</summary>
    public static byte[] Root(ReadOnlySpan<byte> leafHashes)
    {
        var level = leafHashes.ToArray();
        for (var count = level.Length / HashSize; count > 1; count = Rise(level, count))
        {
        }

        return level[..HashSize];
    }

    /// <summary>Every level of the tree over leaf hashes, from the leaves up to the root: enough for the path of any leaf.</summary>
    public static List<byte[]> Levels(ReadOnlySpan<byte> leafHashes)
    {
        var levels = new List<byte[]> { leafHashes.ToArray() };
        while (levels[^1].Length > HashSize)
        {
            var level = levels[^1].ToArray();
            levels.Add(level[..(Rise(level, level.Length / HashSize) * HashSize)]);
        }

        return levels;
    }

    /// <summary>The hashes that lead from a leaf to the root, from the bottom up.</summary>
    public static List<string> Path(IReadOnlyList<byte[]> levels, int index)
    {
        var path = new List<string>();
        foreach (var level in levels)
        {
            var sibling = index ^ 1;
            if (sibling < level.Length / HashSize) path.Add(Convert.ToHexStringLower(Hash(level, sibling)));
            index /= 2;
        }

        return path;
    }

    /// <summary>The root that a path leads to; null when the path does not fit a leaf at that place in a tree of that size.</summary>
    public static string? RootOf(ReadOnlySpan<byte> leafHash, int index, int count, IReadOnlyList<string> path)
    {
        if (index < 0 || index >= count) return null;

        Span<byte> hash = stackalloc byte[HashSize];
        Span<byte> sibling = stackalloc byte[HashSize];
        leafHash.CopyTo(hash);
        var used = 0;
        for (; count > 1; count = count / 2 + count % 2, index /= 2)
        {
            if ((index ^ 1) >= count) continue;
            if (used == path.Count || !TryParse(path[used++], sibling)) return null;
            if (index % 2 == 0) HashNode(hash, sibling, hash);
            else HashNode(sibling, hash, hash);
        }

        return used == path.Count ? Convert.ToHexStringLower(hash) : null;
    }

    /// <summary>Reads a hash in small hexadecimal digits: one way to write each, so that nothing in a proof can be changed and still pass.</summary>
    public static bool TryParse(string? text, Span<byte> hash) =>
        text?.Length == 2 * HashSize && !text.AsSpan().ContainsAnyInRange('A', 'F') && Convert.FromHexString(text, hash, out _, out _) == System.Buffers.OperationStatus.Done;

    private static int Rise(byte[] level, int count)
    {
        for (var i = 0; i < count / 2; i++) HashNode(Hash(level, 2 * i), Hash(level, (2 * i) + 1), Hash(level, i));
        if (count % 2 == 1) Hash(level, count - 1).CopyTo(Hash(level, count / 2));
        return (count / 2) + (count % 2);
    }

    private static void HashNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> prefixed = stackalloc byte[1 + (2 * HashSize)];
        prefixed[0] = 0x01;
        left.CopyTo(prefixed[1..]);
        right.CopyTo(prefixed[(1 + HashSize)..]);
        SHA256.HashData(prefixed, hash);
    }

    private static Span<byte> Hash(byte[] level, int index) => level.AsSpan(index * HashSize, HashSize);
}
