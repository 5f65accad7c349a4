const ADJECTIVES =
  "amber ancient bold brave bright brisk calm careful cheerful clever copper coral cosmic crimson curious daring eager early fair fleet gentle golden happy hazel honest humble indigo jolly keen kind lively lucky lunar mellow merry mighty misty nimble noble patient plucky polar proud quick quiet rapid rosy royal silent silver solar steady sunny swift tidy vivid warm wise witty".split(
    " ",
  );
const ANIMALS =
  "badger bat bear beaver bison bobcat condor coyote crane deer dolphin eagle egret elk falcon ferret finch fox gecko goose hare hawk hedgehog heron ibex jay kestrel kite koala lark lemur lynx magpie marten mole moose newt ocelot orca oriole osprey otter owl panda pelican penguin plover puffin quail raven robin salmon seal shrew sparrow stork swan tapir tern toad turtle wolf wombat wren".split(
    " ",
  );

/** A name like quiet-otter-42 from 32 random bits; some 370,000 names, so a class of a thousand rarely meets twice. */
export function pseudonymFrom(random: number): string {
  const number = random % 90;
  const rest = Math.floor(random / 90);
  const animal = ANIMALS[rest % ANIMALS.length];
  const adjective = ADJECTIVES[Math.floor(rest / ANIMALS.length) % ADJECTIVES.length];
  return `${adjective}-${animal}-${number + 10}`;
}
