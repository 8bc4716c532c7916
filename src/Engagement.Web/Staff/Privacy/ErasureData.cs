using Engagement.Web.Staff.Safeguarding;

namespace Engagement.Web.Staff.Privacy;

/// <summary>A request to erase, with its clock. Nothing in it says who asked.</summary>
public sealed record ErasureCase(
    string Id,
    RecordOf Subject,
    SubjectKind Kind,
    DateOnly ReceivedOn,
    DateOnly AnswerBy,
    int DaysLeft,
    bool IsOverdue,
    bool IsDone,
    string? Outcome,
    string? Ground,
    DateOnly? HoldReviewOn,
    DateTimeOffset? DestroyedAt)
{
    /// <summary>Whether the reader answered it: then somebody else destroys the key.</summary>
    public bool IsYourAnswer { get; init; }

    public string KindText => Kind switch
    {
        SubjectKind.Contributor => "Somebody who wrote in a forum without an account",
        SubjectKind.LoggedFeedback => "Somebody whose complaint, compliment or comment was logged",
        SubjectKind.Participant => "Somebody who has an account",
        _ => "Somebody who answered a survey without an account",
    };

    public string ClockText => this switch
    {
        { DestroyedAt: { } at } => $"Erased on {Dates.Text(at)}",
        { IsDone: true } => $"Answered; it was due by {Dates.Text(AnswerBy)}",
        { DaysLeft: < -1 } => $"{-DaysLeft} days late: it was due by {Dates.Text(AnswerBy)}",
        { DaysLeft: -1 } => $"1 day late: it was due by {Dates.Text(AnswerBy)}",
        { DaysLeft: 0 } => "Due today",
        { DaysLeft: 1 } => $"1 day left, until {Dates.Text(AnswerBy)}",
        _ => $"{DaysLeft} days left, until {Dates.Text(AnswerBy)}",
    };

    public bool AwaitsDestruction => Outcome is "GRANTED" or "PARTLY" && DestroyedAt is null;
}

/// <summary>What an answer may rest on.</summary>
public sealed record ErasureGrounds(string Outcome, IReadOnlyList<string> Grounds);

public enum SubjectKind
{
    Contributor,
    LoggedFeedback,
    Participant,
    Response,
}

internal static class ErasureWords
{
    public static string Outcome(string? outcome) => outcome switch
    {
        "GRANTED" => "Erase everything",
        "PARTLY" => "Erase the words only",
        "REFUSED" => "Erase nothing",
        _ => "Not answered yet",
    };

    public static string Then(string outcome) => outcome switch
    {
        "GRANTED" => "Another person then destroys the key of the record. With it everything is gone that the person told us.",
        "PARTLY" => "Another person then destroys the key. The words are gone; answers that point to nobody stay in totals.",
        _ => "Nothing is erased. The person reads the ground, and may complain to the Information Commissioner.",
    };

    public static string Ground(string? ground) => ground switch
    {
        "ARCHIVING_OR_STATISTICS" => "It is needed for archiving, research or statistics: Article 17(3)(d)",
        "CONSENT_WITHDRAWN" => "They no longer consent: Article 17(1)(b)",
        "FREEDOM_OF_EXPRESSION" => "Freedom of expression and information: Article 17(3)(a)",
        "GIVEN_AS_A_CHILD" => "It was collected from a child: Article 17(1)(f)",
        "IDENTITY_NOT_SHOWN" => "It is not known that who asks is the person: Article 12(6)",
        "LEGAL_CLAIMS" => "It is needed for legal claims: Article 17(3)(e)",
        "MANIFESTLY_UNFOUNDED_OR_EXCESSIVE" => "The request is manifestly unfounded or excessive: Article 12(5)(b)",
        "NO_LONGER_NEEDED" => "It is no longer needed for what it was collected for: Article 17(1)(a)",
        "OBJECTION" => "They object to our using it: Article 17(1)(c)",
        "PUBLIC_HEALTH" => "Public health: Article 17(3)(c)",
        "PUBLIC_TASK" => "A law or a public task requires us to keep it: Article 17(3)(b)",
        "REQUIRED_BY_LAW" => "A law requires us to erase it: Article 17(1)(e)",
        "UNLAWFULLY_PROCESSED" => "We should not have had it: Article 17(1)(d)",
        _ => "",
    };
}
