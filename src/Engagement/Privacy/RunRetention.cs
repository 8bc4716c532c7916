using Messaging;

namespace Engagement.Privacy;

/// <summary>The message that a day has begun on which the retention rules are to be looked at.</summary>
/// <param name="Day">The day in London: with a class, the one that it is judged by.</param>
/// <param name="RecordClass">The class that is gone through; null: all are, each by a message of its own.</param>
/// <param name="After">The last subject of the class that was looked at.</param>
[MessageIdentity("run_retention")]
public sealed record RunRetention(DateOnly Day, string? RecordClass = null, Guid? After = null);
