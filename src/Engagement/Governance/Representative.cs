namespace Engagement.Governance;

/// <summary>Somebody who speaks for parents and carers.</summary>
/// <param name="Id">Their pseudonym.</param>
/// <param name="Role">What the public sees in place of a name.</param>
public sealed record Representative(Guid Id, string Role);
