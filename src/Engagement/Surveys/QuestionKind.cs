using System.Text.Json.Serialization;

namespace Engagement.Surveys;

/// <summary>How a question is answered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionKind>))]
public enum QuestionKind
{
    /// <summary>A statement, answered with how far one agrees.</summary>
    Agreement,

    /// <summary>With how satisfied one is.</summary>
    Satisfaction,

    /// <summary>With one of its options.</summary>
    SingleChoice,

    /// <summary>With one or several of its options.</summary>
    MultipleChoice,

    /// <summary>In people's own words, which become a view.</summary>
    FreeText,

    /// <summary>With a number.</summary>
    Number,

    /// <summary>With the options in the order of their weight for the person.</summary>
    Ranking,

    /// <summary>With a date.</summary>
    Date,
}
