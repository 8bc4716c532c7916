using System.Text.Json.Serialization;

namespace Engagement.Activities;

/// <summary>Where in the commissioning cycle it has influence.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CycleStage>))]
public enum CycleStage
{
    /// <summary>What is needed is found out.</summary>
    Analyse,

    /// <summary>What is to be done is decided.</summary>
    Plan,

    /// <summary>It is done.</summary>
    Do,

    /// <summary>It is looked at whether it helped.</summary>
    Review,
}
