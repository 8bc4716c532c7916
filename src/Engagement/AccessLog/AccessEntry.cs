namespace Engagement.AccessLog;

/// <summary>That somebody had access to what people said in confidence, and nothing of what they said.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kind">To what.</param>
/// <param name="At">When.</param>
/// <param name="Role">The role in which they had it.</param>
/// <param name="Actor">The pseudonym of who it was; null where they are known by their role only.</param>
/// <param name="Subject">The consultation of the views, or the safeguarding item; null for views from outside any consultation.</param>
/// <param name="Count">How many views or items.</param>
/// <param name="Purpose">The reason that was given, or the place in the platform where it was asked for.</param>
/// <param name="Account">The account of the operating system that a command was used from, as the machine says; null of what is no command.</param>
public sealed record AccessEntry(Guid Id, AccessKind Kind, DateTimeOffset At, string Role, Guid? Actor, Guid? Subject, int Count, string Purpose, string? Account);
