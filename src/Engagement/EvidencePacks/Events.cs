namespace Engagement.EvidencePacks;

/// <summary>Somebody asked for all the evidence as it was on record at a moment: of one commissioning activity, or of the whole partnership where none is named.</summary>
public sealed record EvidencePackAsked(Guid? CommissioningActivityId, DateTimeOffset AsAt, Guid? By);

/// <summary>It is made. The hash is that of its manifest, so of everything that is in it: from now on the log shows that the pack was so.</summary>
public sealed record EvidencePackMade(string ManifestHash, bool HasPdf);

/// <summary>It could not be made, also when it was tried again.</summary>
public sealed record EvidencePackFailed(string Because);

/// <summary>Somebody took it with them.</summary>
public sealed record EvidencePackTaken(EvidencePackFile File, Guid? By);
