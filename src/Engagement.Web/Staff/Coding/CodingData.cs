using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Coding;

/// <summary>A view as it is coded; <c>Text</c> is null when its words have been erased.</summary>
public sealed record BoardView(
    string Id,
    string? Text,
    string? QuestionText,
    DateTimeOffset SaidAt,
    ViewState State,
    Audience? Audience,
    bool Proxy,
    string? District,
    ViewSourceKind Source,
    int Version,
    IReadOnlyList<NamedTheme> Themes,
    IReadOnlyList<ThemeSuggestion>? Suggestions = null);

public sealed record NamedTheme(string Id, string Title);

/// <summary>A theme that a method thought of for a view. It decides nothing.</summary>
public sealed record ThemeSuggestion(IReadOnlyList<string> Because, SuggestedBy Suggestion, NamedTheme? Theme);

public sealed record SuggestedBy(string Method, int MethodVersion, double Score);

/// <summary>A question that views answer, and how many do.</summary>
public sealed record AnsweredQuestion(string InstrumentId, string Key, string Text, int Views)
{
    /// <summary>As the board's address names it.</summary>
    public string Name => $"{InstrumentId}.{Key}";
}

/// <summary>Somebody else at the board, and what they have open there.</summary>
public sealed record SomebodyCoding(CoderPerson Person, string Role, string? ViewId, string? ThemeId)
{
    /// <summary>Their role, and the end of their pseudonym: two people of one role are told apart, and nobody is named.</summary>
    public string Who => $"{Roles.Title(Role)} {Person.Id[^Math.Min(4, Person.Id.Length)..]}";
}

/// <summary>A theme of the codebook; a standing one takes views from anywhere.</summary>
public sealed record CodebookTheme(string Id, string Title, string Summary, int ViewCount, CodebookEntry? Description, bool IsStanding = false);

public sealed record CodebookEntry(string Definition, string? Include, string? Exclude);

public enum ViewSourceKind
{
    Answer,
    Contribution,
    ActivityNote,
    Lesson,
}

/// <summary>Whoever codes, by the pseudonym they act under.</summary>
public sealed record Coder(CoderPerson? Person);

public sealed record CoderPerson(string Id);
