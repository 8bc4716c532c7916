using System.Text.Json;
using Messaging.Handling;

namespace Messaging.Tests;

public sealed class HandlerConventionTests
{
    public sealed record Hello;

    [MessageIdentity("greeting")]
    public sealed record Named;

    [MessageIdentity("greeting")]
    public sealed record NamedAlike;

    public abstract class FrameworkHandler
    {
        public Task HandleAsync(Hello _) => Task.CompletedTask;
    }

    public sealed class InheritingHandler : FrameworkHandler;

    public sealed class HelloHandler
    {
        public static void Handle(Hello _)
        {
        }
    }

    public static class StaticHandler
    {
        public static void Handle(Hello _)
        {
        }
    }

    public sealed class HelloListener
    {
        public static void Handle(Hello _)
        {
        }
    }

    internal sealed class NothingToHandle
    {
        public void Greet(Hello _)
        {
        }
    }

    internal sealed class NoMessage
    {
        public void Handle(CancellationToken cancellationToken) => cancellationToken.ThrowIfCancellationRequested();
    }

    internal sealed class ReturnsSomething
    {
        public int Handle(Hello _) => 1;
    }

    internal sealed class ReturnsBeforeItEnds
    {
        public async void Handle(Hello _) => await Task.Yield();
    }

    internal sealed class TakesAnInterface
    {
        public void Handle(IEnumerable<Hello> _)
        {
        }
    }

    internal sealed class TakesATypeParameter
    {
        public void Handle<T>(T _)
        {
        }
    }

    internal sealed class TakesNamed
    {
        public void Handle(Named _)
        {
        }
    }

    internal sealed class TakesNamedAlike
    {
        public void Handle(NamedAlike _)
        {
        }
    }

    [Fact]
    public void In_an_assembly_the_public_classes_named_Handler_with_a_handling_method_of_their_own_are_found()
    {
        var registry = new HandlerRegistry();

        registry.AddFrom(typeof(HandlerConventionTests).Assembly);

        registry.Types.ShouldBe([typeof(HelloHandler), typeof(StaticHandler)], ignoreOrder: true);
    }

    [Fact]
    public void A_class_added_twice_handles_once()
    {
        var registry = new HandlerRegistry();

        registry.Add<HelloHandler>();
        registry.Add<HelloHandler>();

        registry.Types.ShouldBe([typeof(HelloHandler)]);
    }

    [Theory]
    [InlineData(typeof(NothingToHandle), "no public method named Handle")]
    [InlineData(typeof(NoMessage), "must be the message")]
    [InlineData(typeof(ReturnsSomething), "must return nothing, Task or ValueTask")]
    [InlineData(typeof(ReturnsBeforeItEnds), "async void")]
    [InlineData(typeof(TakesAnInterface), "a concrete type")]
    [InlineData(typeof(TakesATypeParameter), "type parameters")]
    [InlineData(typeof(FrameworkHandler), "abstract")]
    [InlineData(typeof(List<>), "open generic")]
    public void A_class_that_breaks_the_convention_is_refused_at_start_with_what_is_wrong(Type handler, string problem)
    {
        var refusal = Should.Throw<HandlerInvalidException>(() => new MessageRoutes([handler], JsonSerializerOptions.Default));

        refusal.Code.ShouldBe("MESSAGING_HANDLER_INVALID");
        refusal.HandlerType.ShouldBe(handler);
        refusal.Message.ShouldContain(problem);
    }

    [Fact]
    public void Two_message_types_of_one_name_are_refused() =>
        Should.Throw<HandlerInvalidException>(() => new MessageRoutes([typeof(TakesNamed), typeof(TakesNamedAlike)], JsonSerializerOptions.Default))
            .Message.ShouldContain("'greeting' stands for several message types");

    [Fact]
    public void A_message_is_stored_under_its_identity_or_else_its_full_name()
    {
        var routes = new MessageRoutes([typeof(TakesNamed), typeof(HelloHandler)], JsonSerializerOptions.Default);

        routes.Find("greeting").Type.ShouldBe(typeof(Named));
        routes.Find(typeof(Hello)).ShouldNotBeNull().Name.ShouldBe(typeof(Hello).FullName);
    }
}
