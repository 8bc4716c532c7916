using System.Text.Json.Serialization;

namespace Engagement.Surveys;

/// <summary>How a response reached us.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    /// <summary>Through our own pages.</summary>
    Web,

    /// <summary>Through another client of the API.</summary>
    Api,

    /// <summary>On a form that was typed in.</summary>
    Paper,
}
