using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Tests;

/// <summary>Times that are none: the smallest and the largest that .NET has, which PostgreSQL takes for infinity.</summary>
public sealed class UnsetTimeTests : MessagingTest
{
    public sealed record Note(string Text);

    internal sealed class NoteHandler
    {
        public static Task Handle(Note note, MessageContext context) => context.WriteAsync(note.Text);
    }

    [Fact]
    public async Task A_message_whose_time_was_never_set_is_handled_at_once()
    {
        var host = await StartHostAsync(options => options.Handlers.Add<NoteHandler>());
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().ScheduleAsync(new Note("unset"), default);

        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["unset"]);
    }

    [Fact]
    public async Task A_message_for_the_end_of_time_is_refused()
    {
        var host = await StartHostAsync(options => options.Handlers.Add<NoteHandler>());

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => SendAsync(host, new Note("never"), new DeliveryOptions { ScheduledTime = DateTimeOffset.MaxValue }));
    }

    [Fact]
    public async Task Those_that_are_stored_with_such_times_stop_nothing()
    {
        await ExecuteAsync($$"""
            INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, due_at)
            SELECT gen_random_uuid(), 'default', '{{typeof(Note).FullName}}', json_build_object('Text', due), now(), due::timestamptz FROM unnest(ARRAY['-infinity', 'infinity']) due
            """);
        var looking = await StartHostAsync(options => { options.Handlers.Add<NoteHandler>(); options.RunWorker = false; });
        (await looking.Services.GetRequiredService<MessageQueues>().ListQueuesAsync()).Single().ShouldSatisfyAllConditions(queue => queue.Due.ShouldBe(1), queue => queue.Scheduled.ShouldBe(1));
        await looking.Services.GetRequiredService<MessagingHealth>().FindTroublesAsync();

        var host = await StartHostAsync(options => options.Handlers.Add<NoteHandler>());
        await SendAsync(host, new Note("now"));
        await EventuallyAsync(async () => await WaitingAsync() == 1, "those that are due are handled");

        (await EffectsAsync()).ShouldBe(["-infinity", "now"]);
        (await looking.Services.GetRequiredService<MessageQueues>().ListAsync()).Count.ShouldBe(1);
    }
}
