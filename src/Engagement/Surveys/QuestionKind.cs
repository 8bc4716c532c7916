using System.Text.Json.Serialization;

namespace Engagement.Surveys;

[JsonConverter(typeof(JsonStringEnumConverter<QuestionKind>))]
public enum QuestionKind
{
    Agreement,
    SingleChoice,
    FreeText,
}
