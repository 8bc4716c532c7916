namespace Engagement.EvidencePacks;

/// <summary>A pack that was made.</summary>
/// <param name="Archive">All of it, as a ZIP archive.</param>
/// <param name="ManifestHash">SHA-256 of its manifest, in hexadecimal: it stands for every file but the PDF.</param>
/// <param name="HasPdf">Whether something printed it.</param>
public sealed record MadePack(byte[] Archive, string ManifestHash, bool HasPdf);
