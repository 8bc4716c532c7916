using Engagement.Common;

namespace Engagement.Notifications;

/// <summary>A message as it is written, before it becomes text or HTML. Both are made of the same parts, so that neither says what the other does not.</summary>
/// <param name="From">Whose place it comes from.</param>
/// <param name="Subject">Its subject and heading.</param>
/// <param name="Language">The language of its words.</param>
/// <param name="Audience">In whose words it is.</param>
/// <param name="Parts">What it says.</param>
/// <param name="Footer">Why it came, how to have no more of them, and who sends it.</param>
public sealed record Letter(
    Place From, string Subject, NotificationLanguage Language, NotificationAudience Audience, IReadOnlyList<LetterPart> Parts, IReadOnlyList<LetterPart> Footer)
{
    /// <summary>What it is headed with. Young people know their own pages.</summary>
    public string Head => Audience is NotificationAudience.YoungPeople ? "Your Voice" : From.Name;

    /// <summary>The sentences that the platform says by itself, without the words of officers and families.</summary>
    public IReadOnlyList<string> OwnWords => [.. Parts.Concat(Footer).OfType<OwnSentences>().Select(part => part.Text)];
}

/// <summary>A piece of a message.</summary>
public abstract record LetterPart;

/// <summary>Sentences of the platform's own.</summary>
public sealed record OwnSentences(string Text) : LetterPart;

/// <summary>A heading within the message.</summary>
public sealed record LetterHeading(string Text) : LetterPart;

/// <summary>What officers or families wrote, in the language they wrote it in, below a label.</summary>
public sealed record QuotedWords(string? Label, string Text) : LetterPart
{
    public string Language { get; init; } = NotificationLanguage.OfOfficers;
}

/// <summary>Something to keep, such as a reference.</summary>
public sealed record LetterFact(string Label, string Value) : LetterPart;

/// <summary>The way on.</summary>
public sealed record LetterLink(string Text, Uri Address, bool IsMain = true) : LetterPart;

/// <summary>One of several things that are new.</summary>
public sealed record LetterItem(string What, string Title, Uri Address) : LetterPart
{
    public string Language { get; init; } = NotificationLanguage.OfOfficers;
}
