using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Messaging.Handling;

/// <summary>All there is to know about one message type: its stored name, how its JSON is read, and who handles it.</summary>
internal sealed record MessageRoute(string Name, Type Type, JsonTypeInfo Json, IReadOnlyList<CompiledHandler> Handlers)
{
    public object Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, Json) ?? throw new MessageBodyUnreadableException(Name, null);
        }
        // Whatever a constructor or converter makes of a body that does not fit, it will make of it again next time.
        catch (Exception unreadable) when (unreadable is not MessageBodyUnreadableException)
        {
            throw new MessageBodyUnreadableException(Name, unreadable);
        }
    }
}
