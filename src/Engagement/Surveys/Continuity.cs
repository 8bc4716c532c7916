using System.Text.Json.Serialization;

namespace Engagement.Surveys;

/// <summary>What an officer says of a question that has other words than in the version before.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Continuity>))]
public enum Continuity
{
    /// <summary>It asks the same: figures go on as if nothing had changed.</summary>
    SameMeaning,

    /// <summary>It asks the same thing in another way: figures go on, with a mark where it changed.</summary>
    Changed,

    /// <summary>It asks something else: figures begin anew.</summary>
    NotComparable,
}
