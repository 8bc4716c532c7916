namespace Engagement.Web.Staff.Moderation;

/// <summary>Something that a moderator can decide, with its reason: what it is called here, and what the author reads about it.</summary>
/// <param name="Value">The mutation's kind and its class of reason.</param>
/// <param name="Label">What the moderator chooses.</param>
/// <param name="Plain">What the author's page says of the class of reason, before the moderator's own words.</param>
/// <param name="Suggested">Words for the author, to begin with.</param>
/// <param name="Hint">What it means, where that is not plain.</param>
internal sealed record Decision(string Value, string Label, string? Plain = null, string? Suggested = null, string? Hint = null)
{
    public string Class => Value[(Value.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public bool Is(DecisionGroup group) => group.Decisions.Contains(this);

    public static Decision? Find(string value, IEnumerable<DecisionGroup> groups) => groups.SelectMany(group => group.Decisions).FirstOrDefault(one => one.Value == value);
}

/// <summary>Decisions that one mutation takes.</summary>
/// <param name="Title">What they are called together.</param>
/// <param name="Then">What happens when one of them is sent.</param>
/// <param name="State">What the author's page says first.</param>
/// <param name="Decisions">The decisions.</param>
internal sealed record DecisionGroup(string Title, string Then, string State, IReadOnlyList<Decision> Decisions)
{
    public static DecisionGroup Return { get; } = new(
        "Send it back to be changed",
        "It is not shown. Its author can change it and send it again, and it comes back here.",
        "Others do not see it yet. A person asks you to change something first.",
        [
            new("RETURN.CONTACT_DETAILS", "It says who or where somebody is", "It seems to say who or where somebody is.",
                "Please take out the contact details, and send it again. The rest can stay as it is."),
            new("RETURN.NAMED_CHILD", "It names a child", "It names a child.",
                "Please take out the child’s name, and what else shows who the child is. You can write “my child” instead."),
            new("RETURN.NAMED_PERSON", "It names another person", "It names another person.",
                "Please take out the name. You can say what the person does instead, for example “a teacher”."),
            new("RETURN.OFF_TOPIC", "It does not belong to the question", "It does not answer the question.",
                "Please say how this belongs to the question. If it is about something else, look for the topic that asks about it."),
            new("RETURN.OTHER", "Something else"),
        ]);

    public static DecisionGroup Refuse { get; } = new(
        "Refuse it",
        "It is not shown, or is taken down. Its author can appeal once, and another moderator decides that.",
        "Others do not see it. A person decided that it cannot be shown.",
        [
            new("REFUSE.ABUSIVE", "It insults or attacks somebody", "It attacks somebody.",
                "This insults somebody. You are welcome to say what went wrong, and how it was for you, in other words."),
            new("REFUSE.DISCRIMINATORY", "It speaks against a group of people", "It speaks against a group of people.",
                "This speaks against people for who they are. You are welcome to say what happened, without that."),
            new("REFUSE.UNLAWFUL", "The law does not let us show it", "The law does not let us show it.",
                "We cannot publish this, because the law does not let us. You can ask us to look again."),
            new("REFUSE.ADVERTISING", "It sells something", "It sells something.",
                "This sells something. The forum is for what families want to say."),
            new("REFUSE.SPAM", "It is sent everywhere, or says nothing", "It is sent everywhere, or says nothing.",
                "This was sent several times, or says nothing that others could answer."),
            new("REFUSE.OUTSIDE_THIS_FORUM", "It is not what this forum is for", "It is not what this forum is for.",
                "This forum is for something else. Its first page says what for, and who reads it."),
        ]);

    public static DecisionGroup Hold { get; } = new(
        "Keep it back",
        "Nobody sees it while it is kept back. It stays in this queue.",
        "Others do not see it. A person looks at it first.",
        [
            new("HOLD.NEEDS_ANOTHER_OPINION", "I want another moderator to look at it", null,
                "A second person will look at this before it is shown. You need do nothing."),
            new("HOLD.CONTACT_DETAILS", "It seems to say who or where somebody is", "It seems to say who or where somebody is.",
                "We are looking at whether this shows who or where somebody is. You need do nothing."),
            new("HOLD.POSSIBLE_DISCLOSURE", "Somebody may be at risk of harm", null,
                "A person whose work is to keep people safe will read this. If somebody is in danger now, call 999.",
                "It goes to the safeguarding lead at once, out of your sight. The author’s page shows where to get help."),
        ]);

    public static DecisionGroup Undo { get; } = new(
        "Undo the decision",
        "The decision no longer stands, and the post waits here for a new one. What is shown is taken down. What was done stays in the ledger.",
        "A person will read it before others see it. That can take a day or two.",
        [new("UNDO.UNDO", "Undo it", null, "The decision on this was not right. A person will look at it again.")]);

    public static DecisionGroup Appeal { get; } = new(
        "Decide the appeal",
        "An appeal is decided once. A post that two people must agree on still needs the second of them.",
        "Somebody else looked again.",
        [
            new("APPEAL.UPHELD", "The refusal stands", "Somebody else looked again, and it stays as it was decided.",
                Hint: "It is not shown. Its author reads why."),
            new("APPEAL.OVERTURNED", "The refusal does not stand", "Somebody else looked again, and the refusal no longer stands.",
                "We looked again, and the refusal was not right. Thank you for asking.", "It is shown to everybody."),
        ]);
}

/// <summary>One of the pages on which something is decided.</summary>
/// <param name="Act">Its part of the address.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Groups">What can be chosen there.</param>
/// <param name="May">Whether it can be done now.</param>
internal sealed record DecisionPage(string Act, string Title, IReadOnlyList<DecisionGroup> Groups, Func<ModeratedCase, bool> May)
{
    public static IReadOnlyList<DecisionPage> All { get; } =
    [
        new("answer", "Send it back or refuse it", [DecisionGroup.Return, DecisionGroup.Refuse], one => one.MayAnswer),
        new("hold", "Keep it back", [DecisionGroup.Hold], one => one.MayHold),
        new("undo", "Undo the decision", [DecisionGroup.Undo], one => one.MayUndo),
        new("appeal", "Decide the appeal", [DecisionGroup.Appeal], one => one.MayDecideAppeal),
    ];
}
