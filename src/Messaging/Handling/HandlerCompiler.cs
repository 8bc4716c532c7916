using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Handling;

/// <summary>Turns handling methods into delegates once, at start-up, so that handling a message costs no reflection.</summary>
internal static class HandlerCompiler
{
    private static readonly MethodInfo GetService = typeof(ServiceProviderServiceExtensions)
        .GetMethod(nameof(ServiceProviderServiceExtensions.GetRequiredService), 1, [typeof(IServiceProvider)])!;

    public static IEnumerable<CompiledHandler> Compile(Type handlerType)
    {
        if (handlerType.ContainsGenericParameters)
            throw new HandlerInvalidException(handlerType, "it is an open generic class.");
        if (handlerType.IsAbstract && !HandlerRegistry.IsStatic(handlerType))
            throw new HandlerInvalidException(handlerType, "it is abstract.");

        var methods = HandlerRegistry.HandlingMethods(handlerType).ToList();
        if (methods.Count == 0)
            throw new HandlerInvalidException(handlerType, "it has no public method named Handle or HandleAsync.");
        return methods.Select(method => Compile(handlerType, method));
    }

    private static CompiledHandler Compile(Type handlerType, MethodInfo method)
    {
        var parameters = method.GetParameters();
        if (method.IsGenericMethodDefinition || parameters.Any(parameter => parameter.ParameterType.IsByRef))
            throw new HandlerInvalidException(handlerType, $"{method.Name} has type parameters, or parameters passed by reference.");
        if (parameters.Length == 0 || IsGiven(parameters[0].ParameterType) || parameters[0].ParameterType is { IsInterface: true } or { IsAbstract: true })
            throw new HandlerInvalidException(handlerType, $"the first parameter of {method.Name} must be the message, a concrete type.");
        if (method.ReturnType != typeof(void) && method.ReturnType != typeof(Task) && method.ReturnType != typeof(ValueTask))
            throw new HandlerInvalidException(handlerType, $"{method.Name} must return nothing, Task or ValueTask, not {method.ReturnType.Name}.");
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(System.Runtime.CompilerServices.AsyncStateMachineAttribute)))
            throw new HandlerInvalidException(handlerType, $"{method.Name} is 'async void', whose end nobody can await; return Task.");

        var services = Expression.Parameter(typeof(IServiceProvider));
        var context = Expression.Parameter(typeof(MessageContext));
        var message = Expression.Parameter(typeof(object));
        var cancellationToken = Expression.Parameter(typeof(CancellationToken));

        var arguments = parameters.Select((parameter, i) => i == 0
            ? Expression.Convert(message, parameter.ParameterType)
            : Argument(parameter.ParameterType));
        var instance = method.IsStatic ? null : Expression.Call(GetService.MakeGenericMethod(handlerType), services);
        var call = Expression.Lambda<HandlerCall>(
            AsValueTask(Expression.Call(instance, method, arguments)), services, context, message, cancellationToken);
        var needed = parameters.Skip(1).Select(parameter => parameter.ParameterType).Where(type => !IsGiven(type)).ToList();
        return new CompiledHandler(handlerType, parameters[0].ParameterType, NeedsInstance: !method.IsStatic, needed, call.Compile());

        Expression Argument(Type type) =>
            type == typeof(CancellationToken) ? cancellationToken
            : type == typeof(MessageContext) || type == typeof(IMessageBus) ? context
            : type == typeof(Envelope) ? Expression.Property(context, nameof(MessageContext.Envelope))
            : Expression.Call(GetService.MakeGenericMethod(type), services);
    }

    private static Expression AsValueTask(MethodCallExpression call) =>
        call.Type == typeof(ValueTask) ? call
        : call.Type == typeof(Task) ? Expression.New(typeof(ValueTask).GetConstructor([typeof(Task)])!, call)
        : Expression.Block(call, Expression.Default(typeof(ValueTask)));

    private static bool IsGiven(Type type) =>
        type == typeof(CancellationToken) || type == typeof(MessageContext) || type == typeof(IMessageBus) || type == typeof(Envelope);
}
