using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Voice;

/// <summary>A consultation that young people are asked in, in a line.</summary>
public sealed record VoiceTopicLine(string Slug, string Title, DateOnly? ClosesOn);

/// <summary>A consultation, as young people read about it.</summary>
public sealed record VoiceTopic(
    string Slug,
    string Title,
    ConsultationState State,
    IReadOnlyList<Audience> Audiences,
    DateOnly? ClosesOn,
    DateOnly? ResponseDueOn,
    string DecisionMaker,
    VoiceProposal? Proposal,
    IReadOnlyList<Rendition> Renditions)
{
    public IReadOnlyList<string> About { get; init; } = [];

    public bool IsOpen => State is ConsultationState.Open && Audiences.Contains(Audience.YoungPeople);

    /// <summary>The address of an Easy Read version; null where there is none to follow.</summary>
    public string? EasyRead => Renditions.FirstOrDefault(one => one.Kind is RenditionKind.EasyRead && Links.IsSafe(one.Url))?.Url;
}

public sealed record VoiceProposal(string Text);
