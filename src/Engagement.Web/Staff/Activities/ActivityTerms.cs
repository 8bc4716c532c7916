using Engagement.Web.Activities;
using Engagement.Web.Components;

namespace Engagement.Web.Staff.Activities;

/// <summary>What can be chosen for an activity, by the names of the schema, and what it is called to those who work here.</summary>
internal static class ActivityTerms
{
    /// <summary>The ladder, from the least that people decide to the most.</summary>
    public static IReadOnlyList<(EngagementLevel Level, string Name, string Meaning)> Ladder { get; } =
    [
        (EngagementLevel.Informing, "Informing", "People are told. They decide nothing, and should know that before they come."),
        (EngagementLevel.Consulting, "Consulting", "People are asked, and others decide."),
        (EngagementLevel.Engaging, "Engaging", "People are heard while plans are made."),
        (EngagementLevel.CoDesigning, "Co-designing", "People make the plans with us. Others still decide."),
        (EngagementLevel.CoProducing, "Co-producing", "People decide with us as equals, from the start."),
    ];

    public static IReadOnlyList<Choice> Levels { get; } = [.. Ladder.Select(step => new Choice(step.Level.InSchema(), step.Name, step.Meaning))];

    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new("FOCUS_GROUP", "Focus group", "A group that talks a question through."),
        new("WORKSHOP", "Workshop", "People work something out together."),
        new("MEETING", "Meeting"),
        new("SUPPORT_GROUP", "Visit to a support group", "A group that supports one another, where they meet already."),
        new("ONE_TO_ONE", "Talk with one person", "It is arranged with them, and is not on the public pages."),
    ];

    public static IReadOnlyList<Choice> Audiences { get; } =
    [
        new("PARENTS_AND_CARERS", "Parents and carers"),
        new("YOUNG_PEOPLE", "Children and young people"),
        new("STAFF", "People who work in education, health and care"),
        new("ORGANISATIONS", "Schools, charities and other bodies"),
    ];

    public static IReadOnlyList<Choice> Stages { get; } =
    [
        new("ANALYSE", "Analyse", "What is needed is found out."),
        new("PLAN", "Plan", "What is to be done is decided."),
        new("DO", "Do", "It is done."),
        new("REVIEW", "Review", "It is looked at whether it helped."),
    ];

    public static IReadOnlyList<Choice> Supports { get; } =
    [
        new("", "Choose"),
        new("INTERPRETER", "An interpreter, of a language or of signs"),
        new("COMMUNICATION_AID", "Help to say what one thinks, such as symbols or a device"),
        new("QUIET_SPACE", "A quiet room"),
        new("PERSONAL_ASSISTANT", "Somebody who assists a person"),
        new("CHILDCARE", "Somebody looks after children"),
        new("TRANSPORT", "A way to get there"),
        new("EXPENSES", "What it costs is paid back"),
        new("OTHER", "Something else"),
    ];

    /// <summary>The codes that a note may carry, as surveys give them. The API holds the same list and refuses others.</summary>
    public static IReadOnlyList<Choice> Needs { get; } =
    [
        new("", "Not known"),
        new("autism", "Autism"),
        new("communication", "Speech, language and communication"),
        new("learning", "Learning"),
        new("mental-health", "Social, emotional and mental health"),
        new("physical", "Physical"),
        new("sensory", "Hearing or sight"),
        new("other", "Another need"),
    ];

    public static IReadOnlyList<Choice> Phases { get; } =
    [
        new("", "Not known"), new("early-years", "Early years"), new("primary", "Primary"), new("secondary", "Secondary"), new("post-16", "After 16"),
    ];

    public static IReadOnlyList<Choice> DistrictsOr(string none) => [new("", none), .. Districts.All.Select(district => new Choice(district.Code, district.Name))];

    public static bool Has(this IReadOnlyList<Choice> choices, string value) => choices.Any(choice => choice.Value == value);

    public static string Name(EngagementLevel level) => Ladder.First(step => step.Level == level).Name;

    public static string Meaning(EngagementLevel level) => Ladder.First(step => step.Level == level).Meaning;

    public static string Name(ActivityKind kind) => kind switch
    {
        ActivityKind.FocusGroup => "Focus group",
        ActivityKind.Workshop => "Workshop",
        ActivityKind.Meeting => "Meeting",
        ActivityKind.SupportGroup => "Visit to a support group",
        _ => "Talk with one person",
    };

    public static string Name(Audience audience) => audience switch
    {
        Audience.ParentsAndCarers => "Parents and carers",
        Audience.YoungPeople => "Children and young people",
        Audience.Staff => "People who work with families",
        _ => "Schools, charities and other bodies",
    };

    public static string Name(CycleStage stage) => stage switch
    {
        CycleStage.Analyse => "Analyse: what is needed is found out",
        CycleStage.Plan => "Plan: what is to be done is decided",
        CycleStage.Do => "Do: it is done",
        _ => "Review: it is looked at whether it helped",
    };
}
