using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Consultations;

/// <summary>A run of a survey as staff see it: also one that is only scheduled. Those of a consultation have its dates.</summary>
public sealed record ScheduledWave(
    string Id,
    string? Title,
    string InstrumentTitle,
    Audience? Audience,
    int Version,
    OpenedWave? Wave,
    DateOnly? OpensOn = null,
    DateOnly? ClosesOn = null,
    WaveConsultation? Consultation = null,
    WaveInstrument? Instrument = null,
    WaveFrequency Frequency = WaveFrequency.Once,
    InvitationList? Invitations = null,
    DenominatorName? DenominatorSet = null,
    DateTimeOffset? MadeAt = null)
{
    public string Name => Title ?? InstrumentTitle;

    public DateOnly? FirstDay => Wave?.OpensOn ?? OpensOn;

    public DateOnly? LastDay => Wave?.ClosesOn ?? ClosesOn;

    /// <summary>Its questions have been published anew since it was opened.</summary>
    public bool HasNewerQuestions => Wave is { State: not WaveState.Closed } opened && Instrument?.PublishedVersion > opened.InstrumentVersion;
}

public sealed record OpenedWave(
    string Id, WaveState State, int InstrumentVersion, DateOnly? OpensOn = null, DateOnly? ClosesOn = null, DateOnly? ClosedOn = null, bool IsPaused = false);

public sealed record WaveConsultation(string Slug, string Title);

public sealed record WaveInstrument(string Id, int? PublishedVersion);

public sealed record InstrumentChoice(string Id, string Title, int? PublishedVersion);

public sealed record InvitationList(int Invited, int Undeliverable);

public sealed record DenominatorName(string Title, DateOnly AsAt);

/// <summary>A dated reference of how many people there are.</summary>
public sealed record DenominatorSet(string Id, string Title, string Source, DateOnly AsAt, string Reading, int Total);

public enum WaveFrequency
{
    Once,
    Monthly,
    Termly,
    TwiceAYear,
    Yearly,
}
