using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace EventStore;

/// <summary>
/// Shows that an event is in the log under a seal, to somebody who has no access to the log. Holds hashes only and nothing of what
/// the event says. Plain data: serialise it as JSON, hand it out, and check it anywhere with <see cref="Verify"/>.
/// </summary>
/// <remarks>
/// A leaf of the tree is SHA-256 over the byte 0x00, the position (8 bytes, big-endian) and the digest; a node is SHA-256 over the byte 0x01 and
/// its two children, as in RFC 6962.
/// </remarks>
/// <param name="Sequence">The event's log position.</param>
/// <param name="Digest">SHA-256 of the event as it is stored, in 64 hexadecimal digits.</param>
/// <param name="Index">The event's place among the events of its seal, from 0.</param>
/// <param name="Path">The hashes that lead from the event to the seal's Merkle root, from the bottom up, each in 64 hexadecimal digits.</param>
/// <param name="Seal">The seal, with its place in the chain.</param>
public sealed record InclusionProof(long Sequence, string Digest, int Index, IReadOnlyList<string> Path, Seal Seal)
{
    /// <summary>The hash of the event's leaf in the tree, in 64 hexadecimal digits; null when <see cref="Digest"/> is no hash.</summary>
    [JsonIgnore]
    public string? LeafHash
    {
        get
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            return TryHashLeaf(hash) ? Convert.ToHexStringLower(hash) : null;
        }
    }

    /// <summary>Checks a proof without a database. False for anything that does not fit, however malformed; never throws for what a proof holds.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="sealHash">The seal's hash from a source that the checker trusts, such as where it was published. A proof alone proves only that it fits itself.</param>
    public static bool Verify(InclusionProof proof, string sealHash)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(sealHash);
        Span<byte> leaf = stackalloc byte[SHA256.HashSizeInBytes];
        return proof.Seal is { IsIntact: true } seal
            && string.Equals(seal.Hash, sealHash, StringComparison.OrdinalIgnoreCase)
            && proof.Path is not null
            && proof.TryHashLeaf(leaf)
            && string.Equals(MerkleTree.RootOf(leaf, proof.Index, seal.Count, proof.Path), seal.MerkleRoot, StringComparison.Ordinal);
    }

    private bool TryHashLeaf(Span<byte> hash)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        if (!MerkleTree.TryParse(Digest, digest)) return false;
        SealedEvents.HashLeaf(Sequence, digest, hash);
        return true;
    }
}
