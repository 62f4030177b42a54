import { HomeScreen } from './HomeScreen'

/** The dashboard. A server component, because Payload hands it values that no browser can be sent. */
export const Home = () => <HomeScreen />
