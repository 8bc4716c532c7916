namespace Messaging.Handling;

/// <summary>A handling method, ready to be called.</summary>
internal sealed record CompiledHandler(Type HandlerType, Type MessageType, bool NeedsInstance, IReadOnlyList<Type> Services, HandlerCall Call);
