namespace Messaging.Handling;

/// <summary>Calls one handling method, with everything it asks for.</summary>
internal delegate ValueTask HandlerCall(IServiceProvider services, MessageContext context, object message, CancellationToken cancellationToken);
