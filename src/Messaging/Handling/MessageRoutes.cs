using System.Reflection;
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

    /// <summary>Fails at start-up rather than at the first message when a handler asks for a service nobody registered.</summary>
    /// <param name="registered">What the container has.</param>
    /// <param name="madeAs">Of which class the container makes a handler by itself; null where the application makes it.</param>
    /// <exception cref="HandlerInvalidException">A service is missing.</exception>
    public void AssertServices(IServiceProviderIsService registered, Func<Type, Type?> madeAs)
    {
        foreach (var handler in _byType.Values.SelectMany(route => route.Handlers))
        {
            if (handler.Services.FirstOrDefault(type => !registered.IsService(type)) is { } missing)
                throw new HandlerInvalidException(handler.HandlerType, $"its method asks for {missing.FullName}, which is not a registered service.");
            if (handler.NeedsInstance && madeAs(handler.HandlerType) is { } made)
                AssertConstructor(made, registered);
        }
    }

    /// <summary>The container takes the constructor that asks for the most of what it can give, so one without anything missing is enough.</summary>
    private static void AssertConstructor(Type handlerType, IServiceProviderIsService registered)
    {
        var missing = handlerType.GetConstructors().Select(constructor => Array.Find(constructor.GetParameters(), parameter => !CanBeGiven(parameter))).ToList();
        if (missing.Count == 0)
            throw new HandlerInvalidException(handlerType, "it has no public constructor.");
        if (missing.TrueForAll(parameter => parameter is not null))
            throw new HandlerInvalidException(handlerType, $"its constructor asks for {missing[0]!.ParameterType.FullName}, which is not a registered service.");

        bool CanBeGiven(ParameterInfo parameter) =>
            parameter.HasDefaultValue
            || (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { Key: { } key }
                ? registered is IServiceProviderIsKeyedService keyed && keyed.IsKeyedService(parameter.ParameterType, key)
                : registered.IsService(parameter.ParameterType));
    }
}
