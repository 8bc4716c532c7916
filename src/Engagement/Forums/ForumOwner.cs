using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>The body whose forum it is. Kent PACT is independent of the council: the council sees of its forums what it publishes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ForumOwner>))]
public enum ForumOwner
{
    KentPact,
    Council,
}
