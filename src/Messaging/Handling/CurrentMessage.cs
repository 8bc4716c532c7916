namespace Messaging.Handling;

/// <summary>The message a scope handles, so that a handler's own services find its context. Empty outside a handler.</summary>
internal sealed class CurrentMessage
{
    public MessageContext? Context { get; set; }
}
