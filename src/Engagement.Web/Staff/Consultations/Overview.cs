using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Consultations;

/// <summary>A consultation at a glance.</summary>
public sealed record Overview(
    IReadOnlyList<string> BlocksReport,
    int? DaysLeftToAnswer = null,
    int? DaysLeftToRespond = null,
    int Responses = 0,
    IReadOnlyList<ChannelCount>? ResponsesByChannel = null,
    int Views = 0,
    int UnreadViews = 0,
    IReadOnlyList<AudienceCount>? ViewsByAudience = null,
    int Themes = 0,
    int ThemesWithoutResponse = 0,
    LoopsAtAGlance? Loops = null,
    IReadOnlyList<string>? Warnings = null);

/// <summary>What an audience said itself, and what somebody said for it; they are never added together.</summary>
public sealed record AudienceCount(Audience? Audience, int OwnVoice, int Proxy);

public sealed record LoopsAtAGlance(IReadOnlyList<LoopsInState> ByState, int Closed, int Confirmed, int NeedAttention, int Overdue);

public sealed record LoopsInState(LoopState State, int Count);

/// <summary>How many heard by e-mail that a consultation has opened; none is said where they are fewer than ten.</summary>
public sealed record OpeningNotices(int? Told, int? Waiting, int? NotTaken);
