using Engagement.Web.Consultations;
using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Voice;

/// <summary>What young people said and what came of it, in the words of its Easy Read version where it has one.</summary>
public sealed record VoiceChange(string Slug, EntryState State, string YouSaid, string WeDid, IReadOnlyList<ChangeRendition> Renditions)
{
    public string Said => EasyRead?.YouSaid ?? YouSaid;

    public string Did => EasyRead?.WeDid ?? WeDid;

    private ChangeRendition? EasyRead => Renditions.FirstOrDefault(one => one.Kind is RenditionKind.EasyRead);
}

public sealed record ChangeRendition(RenditionKind Kind, string Language, string YouSaid, string WeDid);
