using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Track;

/// <summary>What somebody is asked about: whether it answers them.</summary>
public sealed record ConfirmationEntry(string Id, string Slug, EntryState State, string YouSaid, string WeDid);
