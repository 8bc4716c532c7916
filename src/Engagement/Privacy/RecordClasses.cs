namespace Engagement.Privacy;

/// <summary>The classes of the retention rules, by their names in retention.json.</summary>
public static class RecordClasses
{
    public const string UnsentAnswers = "unsent answers";

    public const string SubjectExports = "subject access exports";

    public const string ContactAddresses = "contact addresses";

    public const string WordsOfAnswers = "words of answers and notes";

    public const string WordsInForums = "words in forums without an account";

    public const string LoggedFeedback = "logged feedback";

    public const string Participants = "participants without activity";

    public const string SafeguardingItems = "safeguarding items";
}
