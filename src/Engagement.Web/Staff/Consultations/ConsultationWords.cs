using Engagement.Web.Components;
using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Consultations;

internal static class ConsultationWords
{
    public static IReadOnlyList<Choice> Audiences { get; } =
    [
        new("PARENTS_AND_CARERS", Audience.ParentsAndCarers.Words()), new("YOUNG_PEOPLE", Audience.YoungPeople.Words(), "Then an Easy Read version is needed."),
        new("ORGANISATIONS", Audience.Organisations.Words(), "Schools, charities and other bodies."),
        new("STAFF", Audience.Staff.Words()),
    ];

    /// <summary>How many hear by e-mail that a consultation opens; null for fewer than ten.</summary>
    public static string ToldOfOpening(ConsultationFile file, int? count)
    {
        var who = count is { } many ? $"About {Number(many)} people have" : "Fewer than 10 people have";
        var told = $"{who} asked to hear by e-mail when something like this opens. They are told on its first day.";
        return file.About.Count + file.Districts.Count > 0
            ? told
            : $"{told} As it does not say what it is about or where, they are those who chose other subjects and districts too.";
    }

    /// <summary>How many heard by e-mail that a consultation has opened.</summary>
    public static string Told(OpeningNotices notices)
    {
        var who = notices.Told is { } many ? $"About {Number(many)} people" : "Fewer than 10 people";
        var told = $"{who} were told by e-mail that it opened, because they had asked to hear of things like this.";
        var waiting = notices.Waiting is { } yet ? $" About {Number(yet)} of the e-mails are still to be sent." : "";
        return told + waiting + (notices.NotTaken is { } lost ? $" About {Number(lost)} did not arrive." : "");
    }

    private static string Number(int count) => count.ToString("N0", Languages.Current);

    public static string Words(this Audience audience) => audience switch
    {
        Audience.ParentsAndCarers => "Parents and carers",
        Audience.YoungPeople => "Children and young people",
        Audience.Organisations => "Organisations",
        _ => "People who work in education, health and care",
    };

    public static string Words(this RenditionKind kind) => kind switch
    {
        RenditionKind.EasyRead => "Easy Read",
        RenditionKind.Paper => "Paper",
        RenditionKind.Translation => "Translation",
        _ => "As first written",
    };

    public static string Words(this WaveFrequency frequency) => frequency switch
    {
        WaveFrequency.Monthly => "Every month",
        WaveFrequency.Termly => "Every school term",
        WaveFrequency.TwiceAYear => "Every half year",
        WaveFrequency.Yearly => "Every year",
        _ => "Once",
    };

    /// <summary>Where a run of a survey stands, in words.</summary>
    public static string StateWords(this ScheduledWave wave) => wave.Wave switch
    {
        null => "Scheduled, not opened",
        { IsPaused: true } => "Paused",
        { State: WaveState.Coming } => "Opens later",
        { State: WaveState.Open } => "Open",
        _ => "Closed",
    };

    public static string Several(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";
}
