using System.Diagnostics;
using System.Net;
using Engagement.Webhooks;

namespace Engagement.Tests.Webhooks;

/// <summary>Whoever names an address must not reach with it what only the platform's machine can.</summary>
public sealed class WhereWebhooksMayLead : IDisposable
{
    private readonly Receiver _receiver = new();

    private Uri Named => new UriBuilder(_receiver.Address) { Host = "receiver.example.test" }.Uri;

    public void Dispose() => _receiver.Dispose();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:7f00:1::")]
    [InlineData("2001:db8::1")]
    public void Not_to_an_address_that_is_not_of_the_public_internet(string address) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("::ffff:93.184.216.34")]
    [InlineData("2606:2800:220:1::1")]
    public void But_to_any_other(string address) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBeTrue();

    [Fact]
    public async Task A_name_that_leads_inside_is_not_asked()
    {
        (await SendAsync(_ => [IPAddress.Loopback])).ShouldBe(WebhookProblem.AddressNotAllowed);
        (await SendAsync(_ => [IPAddress.Parse("93.184.216.34"), IPAddress.Loopback])).ShouldBe(WebhookProblem.AddressNotAllowed, "also where only one of its addresses does");

        _receiver.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_each_time_it_is_asked_for_gains_nothing()
    {
        // Looked up twice, the second answer would be the one that is connected to.
        var asked = 0;
        var problem = await SendAsync(_ => asked++ == 0 ? [IPAddress.Parse("::ffff:127.0.0.1")] : [IPAddress.Loopback], allowPrivate: false);
        problem.ShouldBe(WebhookProblem.AddressNotAllowed);
        asked.ShouldBe(1);

        asked = 0;
        (await SendAsync(_ => asked++ == 0 ? [IPAddress.Loopback] : [IPAddress.Parse("192.0.2.1")], allowPrivate: true)).ShouldBeNull("what was looked at is what is connected to");
        asked.ShouldBe(1);
        _receiver.All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var inside = new Receiver();
        (_receiver.Answer, _receiver.Location) = (_ => Task.FromResult(307), inside.Address);

        (await SendAsync(_ => [IPAddress.Loopback], allowPrivate: true)).ShouldBe(WebhookProblem.Redirected);

        inside.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_https_it_is_not_asked_unless_that_is_allowed()
    {
        using var sender = new WebhookSender(new WebhookOptions { AllowPrivateAddresses = true }, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

        (await SendAsync(sender)).ShouldBe(WebhookProblem.AddressNotAllowed);
        _receiver.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_does_not_answer_is_not_waited_for_longer_than_ten_seconds()
    {
        var never = new TaskCompletionSource<int>();
        _receiver.Answer = _ => never.Task;

        var watch = Stopwatch.StartNew();
        (await SendAsync(_ => [IPAddress.Loopback], allowPrivate: true)).ShouldBe(WebhookProblem.TooSlow);

        // How much later it is noticed is the machine's.
        watch.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(60));
        never.SetResult(204);
    }

    [Fact]
    public async Task Nobody_there_and_a_name_that_is_not_known_are_told_apart()
    {
        var address = new Uri($"http://127.0.0.1:{Receiver.FreePort()}/");
        using var sender = new WebhookSender(new WebhookOptions { AllowPrivateAddresses = true, AllowHttp = true });

        (await sender.SendAsync(address, "evt_1", DateTimeOffset.UtcNow, "v1,x", "{}", default)).Problem.ShouldBe(WebhookProblem.Unreachable);
        (await sender.SendAsync(new Uri("http://nobody.invalid/"), "evt_1", DateTimeOffset.UtcNow, "v1,x", "{}", default)).Problem.ShouldBe(WebhookProblem.NameUnknown);
    }

    private async Task<WebhookProblem?> SendAsync(Func<string, IPAddress[]> resolve, bool allowPrivate = false)
    {
        using var sender = new WebhookSender(
            new WebhookOptions { AllowPrivateAddresses = allowPrivate, AllowHttp = true }, (host, _) => Task.FromResult(resolve(host)));
        return await SendAsync(sender);
    }

    private async Task<WebhookProblem?> SendAsync(WebhookSender sender) =>
        (await sender.SendAsync(Named, "evt_1", DateTimeOffset.UtcNow, "v1,x", "{}", default)).Problem;
}
