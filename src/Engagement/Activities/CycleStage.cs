using System.Text.Json.Serialization;

namespace Engagement.Activities;

/// <summary>Where in the commissioning cycle it has influence.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CycleStage>))]
public enum CycleStage
{
    Analyse,

    Plan,

    Do,

    Review,
}
