namespace Engagement.Common;

/// <summary>What a command comes to: events to append, or a refusal that changes nothing.</summary>
public sealed class Decision
{
    private Decision(IReadOnlyList<object> events, Refusal? refusal)
    {
        Events = events;
        Refusal = refusal;
    }

    public IReadOnlyList<object> Events { get; }

    public Refusal? Refusal { get; }

    /// <summary>The events, where nothing refuses them.</summary>
    /// <exception cref="RuleRefusedException">A rule refuses the command.</exception>
    public IReadOnlyList<object> EventsOrThrow() => Refusal is { } refusal ? throw new RuleRefusedException(refusal) : Events;

    /// <summary>The command asks for what is already so.</summary>
    public static Decision Nothing { get; } = new([], null);

    public static Decision To(params object[] events) => new(events, null);

    public static Decision Refuse(Refusal refusal) => new([], refusal);

    public static Decision Refuse(string code, string message, string? field = null) => Refuse(new Refusal(code, message, field));
}
