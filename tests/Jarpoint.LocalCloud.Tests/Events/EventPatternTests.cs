using System.Text.Json;
using Jarpoint.LocalCloud.Events;

namespace Jarpoint.LocalCloud.Tests.Events;

public sealed class EventPatternTests
{
    private const string Happened =
        """
        {"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","resources":["arn:a","arn:b"],
         "detail":{"instance-id":"i-0123456789abcdef0","state":"running","count":300,"nothing":null,"yes":true,
                   "tags":[{"key":"a"},{"key":"b"}]}}
        """;

    [Theory]
    [InlineData("""{"source":["aws.ec2"]}""")]
    [InlineData("""{"source":["aws.ssm","aws.ec2"],"detail":{"state":["running"]}}""")]
    [InlineData("""{"resources":["arn:b"]}""")]
    [InlineData("""{"resources":[{"prefix":"arn:"}]}""")]
    [InlineData("""{"source":[{"prefix":"aws."}]}""")]
    [InlineData("""{"source":[{"suffix":".ec2"}]}""")]
    [InlineData("""{"source":[{"equals-ignore-case":"AWS.EC2"}]}""")]
    [InlineData("""{"detail":{"state":[{"exists":true}]}}""")]
    [InlineData("""{"detail":{"absent":[{"exists":false}]}}""")]
    [InlineData("""{"absent":{"deeper":[{"exists":false}]}}""")]
    [InlineData("""{"detail":{"state":[{"anything-but":"pending"}]}}""")]
    [InlineData("""{"detail":{"state":[{"anything-but":["pending","stopped"]}]}}""")]
    [InlineData("""{"detail":{"state":[{"anything-but":{"prefix":"pend"}}]}}""")]
    [InlineData("""{"detail":{"count":[300]}}""")]
    [InlineData("""{"detail":{"count":[{"numeric":[">",299,"<=",300]}]}}""")]
    [InlineData("""{"detail":{"nothing":[null],"yes":[true]}}""")]
    [InlineData("""{"detail":{"tags":{"key":["b"]}}}""")]
    public void Matches(string pattern) => Match(pattern).ShouldBeTrue();

    [Theory]
    [InlineData("""{"source":["aws.ssm"]}""")]
    [InlineData("""{"source":["aws"]}""")]
    [InlineData("""{"source":["aws.ec2"],"detail":{"state":["pending"]}}""")]
    [InlineData("""{"absent":["x"]}""")]
    [InlineData("""{"absent":[{"anything-but":"x"}]}""")]
    [InlineData("""{"detail":{"state":[{"exists":false}]}}""")]
    [InlineData("""{"detail":{"state":[{"anything-but":["running"]}]}}""")]
    [InlineData("""{"detail":{"count":[3e2]}}""")]
    [InlineData("""{"detail":{"count":["300"]}}""")]
    [InlineData("""{"detail":{"count":[{"numeric":["<",300]}]}}""")]
    [InlineData("""{"detail":{"yes":[false]}}""")]
    [InlineData("""{"detail":{"tags":{"key":["c"]}}}""")]
    public void Does_not_match(string pattern) => Match(pattern).ShouldBeFalse();

    [Theory]
    [InlineData("""{"source":"aws.ec2"}""")]
    [InlineData("""{"source":[]}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("""{"$or":[{"source":["a"]}]}""")]
    [InlineData("""{"source":[{"cidr":"10.0.0.0/8"}]}""")]
    [InlineData("""{"source":[{"wildcard":"a*"}]}""")]
    [InlineData("""{"source":[{"prefix":1}]}""")]
    [InlineData("""{"source":[{"prefix":"a","suffix":"b"}]}""")]
    [InlineData("""{"source":[["a"]]}""")]
    [InlineData("""{"detail":{"count":[{"numeric":["about",3]}]}}""")]
    public void A_rule_refuses_what_it_does_not_understand(string pattern)
        => Should.Throw<EventPatternException>(() => EventPattern.Parse(pattern));

    private static bool Match(string pattern)
    {
        using var happened = JsonDocument.Parse(Happened);
        return EventPattern.Parse(pattern).Matches(happened.RootElement);
    }
}
