using System.Text.Json.Serialization;

namespace Engagement.Activities;

/// <summary>What makes it possible to take part.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SupportKind>))]
public enum SupportKind
{
    /// <summary>An interpreter, of a language or of signs.</summary>
    Interpreter,

    /// <summary>A way to get there.</summary>
    Transport,

    /// <summary>Somebody looks after children.</summary>
    Childcare,

    /// <summary>A quiet room to go to.</summary>
    QuietSpace,

    /// <summary>Help to say what one thinks, such as symbols or a device.</summary>
    CommunicationAid,

    /// <summary>Somebody who assists a person.</summary>
    PersonalAssistant,

    /// <summary>What it costs is paid back.</summary>
    Expenses,

    /// <summary>Something else.</summary>
    Other,
}
