using System.Text.Json.Serialization;

namespace Engagement.Common;

/// <summary>Whose view it is. Figures of different audiences are never added together.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience
{
    ParentsAndCarers,
    YoungPeople,
    Organisations,
    Staff,
}
