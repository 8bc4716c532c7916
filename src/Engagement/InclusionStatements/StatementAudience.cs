using System.Text.Json.Serialization;

namespace Engagement.InclusionStatements;

/// <summary>To whom a statement is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatementAudience>))]
public enum StatementAudience
{
    /// <summary>To everybody: the document names nobody.</summary>
    Everybody,

    /// <summary>To children and young people.</summary>
    Children,

    /// <summary>To parents and carers.</summary>
    ParentsAndCarers,

    /// <summary>To schools and settings.</summary>
    SchoolsAndSettings,

    /// <summary>To those who work there.</summary>
    Staff,
}
