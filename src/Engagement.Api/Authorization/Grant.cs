namespace Engagement.Api.Authorization;

/// <summary>A permission as somebody holds it: by which role, and how far it goes.</summary>
public sealed record Grant(string Role, string Permission, Reach Reach);
