using System.Text.Json.Serialization;

namespace Engagement.Activities;

/// <summary>What makes it possible to take part.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SupportKind>))]
public enum SupportKind
{
    Interpreter,

    Transport,

    Childcare,

    QuietSpace,

    CommunicationAid,

    PersonalAssistant,

    Expenses,

    Other,
}
