using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Handling;

/// <summary>Which handlers a message goes to. Complete and compiled when made.</summary>
internal sealed class MessageRoutes
{
    private readonly Dictionary<Type, MessageRoute> _byType;
    private readonly Dictionary<string, MessageRoute> _byName;

    public MessageRoutes(IEnumerable<Type> handlerTypes, JsonSerializerOptions json)
    {
        var routes = handlerTypes
            .SelectMany(HandlerCompiler.Compile)
            .GroupBy(handler => handler.MessageType)
            .Select(group => new MessageRoute(MessageIdentityAttribute.NameOf(group.Key), group.Key, json.GetTypeInfo(group.Key), [.. group]))
            .ToList();
        foreach (var sameName in routes.GroupBy(route => route.Name).Where(group => group.Count() > 1))
        {
            throw new HandlerInvalidException(
                sameName.First().Handlers[0].HandlerType,
                $"the name '{sameName.Key}' stands for several message types: {string.Join(", ", sameName.Select(route => route.Type.FullName))}.");
        }

        _byType = routes.ToDictionary(route => route.Type);
        _byName = routes.ToDictionary(route => route.Name);
    }

    public MessageRoute? Find(Type messageType) => _byType.GetValueOrDefault(messageType);

    public MessageRoute? TryFind(string messageType) => _byName.GetValueOrDefault(messageType);

    /// <exception cref="UnknownMessageTypeException">No handler here takes messages of that name.</exception>
    public MessageRoute Find(string messageType) => TryFind(messageType) ?? throw new UnknownMessageTypeException(messageType);

    /// <summary>Fails at start-up rather than at the first message when a method asks for a service nobody registered.</summary>
    /// <exception cref="HandlerInvalidException">A service is missing.</exception>
    public void AssertServices(IServiceProviderIsService registered)
    {
        foreach (var handler in _byType.Values.SelectMany(route => route.Handlers))
        {
            if (handler.Services.FirstOrDefault(type => !registered.IsService(type)) is { } missing)
                throw new HandlerInvalidException(handler.HandlerType, $"its method asks for {missing.FullName}, which is not a registered service.");
        }
    }
}
