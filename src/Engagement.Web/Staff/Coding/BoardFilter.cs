using Engagement.Web.Components;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Staff.Coding;

/// <summary>Which views are on the board, as the page's address says it. What is null does not narrow them.</summary>
public sealed record BoardFilter(
    string? State, string? Source, string? District, string? Audience, string? Said, string? Question, string? Theme, string? Words, string? After = null)
{
    /// <summary>Views in any state. Where the address says nothing, the views that are still to be coded are meant: they are the work.</summary>
    public const string AnyState = "all";

    private const string ToCode = "UNREAD";
    private const string OwnVoice = "themselves";
    private const string ByProxy = "for-them";

    public static IReadOnlyList<Choice> States { get; } =
        [new(ToCode, "To code"), new("CODED", "Coded"), new("NOT_CODABLE", "Cannot be coded"), new(AnyState, "All")];

    public static IReadOnlyList<Choice> Sources { get; } =
        [new("", "Anywhere"), new("ANSWER", "Survey answers"), new("CONTRIBUTION", "Forum posts"), new("ACTIVITY_NOTE", "Notes of activities"), new("LESSON", "Lessons from logged feedback")];

    public static IReadOnlyList<Choice> Audiences { get; } =
    [
        new("", "Everybody"), new("PARENTS_AND_CARERS", "Parents and carers"), new("YOUNG_PEOPLE", "Children and young people"),
        new("ORGANISATIONS", "Organisations"), new("STAFF", "Education, health and care staff"),
    ];

    public static IReadOnlyList<Choice> Saids { get; } = [new("", "Either"), new(OwnVoice, "People themselves"), new(ByProxy, "Somebody for them")];

    public static IReadOnlyList<Choice> Districts { get; } = [new("", "Anywhere"), .. Web.Districts.All.Select(district => new Choice(district.Code, district.Name))];

    /// <summary>As the schema names it.</summary>
    public string? StateInSchema => State == AnyState ? null : State;

    public bool? IsProxy => Said switch { OwnVoice => false, ByProxy => true, _ => null };

    /// <summary>The set of questions that the question asked for is in; the address names both, as a key alone may be in two of them.</summary>
    public string? InstrumentId => Question?.Split('.', 2)[0];

    public string? QuestionKey => Question?.Split('.', 2) is [_, var key] ? key : null;

    public bool OnlyToCode => State == ToCode;

    /// <summary>Something was asked beside the state, which has a place of its own on the page.</summary>
    public bool IsAnything => (Source ?? District ?? Audience ?? Said ?? Question ?? Theme ?? Words) is not null;

    internal static BoardFilter Of(HttpRequest request) => Of(name => request.Query[name].ToString());

    /// <summary>What is not offered is as if it had not been said.</summary>
    internal static BoardFilter Of(Func<string, string> asked)
    {
        return new BoardFilter(
            OneOf(States, "state") ?? ToCode, OneOf(Sources, "source"), OneOf(Districts, "district"), OneOf(Audiences, "audience"), OneOf(Saids, "said"),
            Text("question"), Text("theme"), Text("words"), Text("after"));

        string? OneOf(IReadOnlyList<Choice> offered, string name) => Text(name) is { } value && offered.Any(choice => choice.Value == value) ? value : null;

        string? Text(string name) => asked(name).Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>The same views at an address of their own, with what else it says.</summary>
    internal string At(string address, params (string Name, string? Value)[] also) => Links.With(address, [.. Parts, .. also]);

    /// <summary>As an address says it, without what is meant anyway.</summary>
    internal IEnumerable<(string Name, string? Value)> Parts =>
    [
        ("state", State == ToCode ? null : State), ("source", Source), ("district", District), ("audience", Audience), ("said", Said),
        ("question", Question), ("theme", Theme), ("words", Words), ("after", After),
    ];
}
