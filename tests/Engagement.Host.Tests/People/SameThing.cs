using GraphQL.Data;

namespace Engagement.Host.Tests.People;

internal static class SameThing
{
    /// <summary>The id of the same thing as another type knows it by.</summary>
    public static string As(string type, string id) =>
        NodeId.TryDecode(id, out _, out var raw) ? NodeId.Encode(type, Guid.Parse(raw)) : throw new ArgumentException("This is no id.", nameof(id));
}
