namespace Messaging;

/// <summary>Something this library refuses or cannot do. The message says what to do about it.</summary>
public abstract class MessagingException : Exception
{
    private protected MessagingException(string code, string message, Exception? innerException = null) : base(message, innerException) =>
        Code = code;

    /// <summary>A stable code for programs.</summary>
    public string Code { get; }
}

/// <summary>A message was sent that no handler is known for. Code <c>MESSAGING_NO_HANDLER</c>.</summary>
public sealed class NoHandlerException : MessagingException
{
    internal NoHandlerException(Type messageType) : base(
        "MESSAGING_NO_HANDLER",
        $"No handler is known for {messageType.FullName}. Add a public class named ...Handler with a method Handle({messageType.Name}, ...) " +
        "to an assembly given to Handlers.AddFrom, or use PublishAsync for a message that nobody need handle.") =>
        MessageType = messageType;

    /// <summary>The type of the message.</summary>
    public Type MessageType { get; }
}

/// <summary>A message was sent to a queue that was not declared. Code <c>MESSAGING_UNKNOWN_QUEUE</c>.</summary>
public sealed class UnknownQueueException : MessagingException
{
    internal UnknownQueueException(string queue, IEnumerable<string> known) : base(
        "MESSAGING_UNKNOWN_QUEUE",
        $"No queue is named '{queue}', so nothing would handle the message. Declare it with AddQueue(\"{queue}\"), or use one of: {string.Join(", ", known)}.") =>
        Queue = queue;

    /// <summary>The name that was given.</summary>
    public string Queue { get; }
}

/// <summary>A handler class does not follow the convention. Thrown at start-up. Code <c>MESSAGING_HANDLER_INVALID</c>.</summary>
public sealed class HandlerInvalidException : MessagingException
{
    internal HandlerInvalidException(Type handlerType, string problem) : base(
        "MESSAGING_HANDLER_INVALID", $"{handlerType.FullName} cannot be used as a message handler: {problem}") =>
        HandlerType = handlerType;

    /// <summary>The class at fault.</summary>
    public Type HandlerType { get; }
}

/// <summary>The database lacks tables, columns or indexes that this version needs. Code <c>MESSAGING_SCHEMA_MISSING</c>.</summary>
public sealed class MessagingSchemaMissingException : MessagingException
{
    internal MessagingSchemaMissingException(string schema, IReadOnlyList<string> missing) : base(
        "MESSAGING_SCHEMA_MISSING",
        $"The schema '{schema}' lacks {string.Join(", ", missing)}. Call MessagingSchema.ApplyAsync, or run the script it prints.") =>
        Missing = missing;

    /// <summary>What is missing: columns as <c>table.column</c>, and indexes.</summary>
    public IReadOnlyList<string> Missing { get; }
}

/// <summary>A stored message cannot be handled here, whatever its handler would do: it goes to the dead letters, and the policies have no say in it.</summary>
public abstract class PoisonMessageException : MessagingException
{
    private protected PoisonMessageException(string code, string message, Exception? innerException = null) : base(code, message, innerException)
    {
    }
}

/// <summary>
/// A stored message has a type that no handler here knows. It waits for a node that knows it, 10 seconds, a minute and 5 minutes, before it goes to the dead
/// letters. Code <c>MESSAGING_UNKNOWN_TYPE</c>.
/// </summary>
public sealed class UnknownMessageTypeException : PoisonMessageException
{
    internal UnknownMessageTypeException(string messageType) : base(
        "MESSAGING_UNKNOWN_TYPE",
        $"No handler here knows the message type '{messageType}'. If its class was renamed, give it [MessageIdentity(\"{messageType}\")].")
    {
    }
}

/// <summary>A stored message's body does not fit its type, and will not the next time: it goes to the dead letters at once. Code <c>MESSAGING_BODY_UNREADABLE</c>.</summary>
public sealed class MessageBodyUnreadableException : PoisonMessageException
{
    internal MessageBodyUnreadableException(string messageType, Exception? innerException) : base(
        "MESSAGING_BODY_UNREADABLE", $"The stored body cannot be read as the message type '{messageType}'.", innerException)
    {
    }
}

/// <summary>
/// The node that had a message ended, or could not be reached any more. It is the reason of a dead letter whose nodes kept ending; it is
/// never thrown. Code <c>MESSAGING_NODE_LOST</c>.
/// </summary>
public sealed class NodeLostException : MessagingException
{
    internal NodeLostException(string node) : base(
        "MESSAGING_NODE_LOST", $"The node {node} ended, or was cut off from the database, while it had this message.")
    {
    }
}
